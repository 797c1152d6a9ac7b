import { createVNode, render } from 'vue'
import App from './App.vue'
import './phone.css'

// Lighter than an app of its own, of which this page needs nothing.
render(createVNode(App), document.querySelector('#app') as Element)
