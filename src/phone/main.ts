import { h, render } from 'vue'
import App from './App.vue'
import './phone.css'

// Lighter than an app of its own, of which this page needs nothing.
render(h(App), document.querySelector('#app') as Element)
