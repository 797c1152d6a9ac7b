import { createApp } from 'vue'
import App from './App.vue'
import './phone.css'

createApp(App).mount('#app')
