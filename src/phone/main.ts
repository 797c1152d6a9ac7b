import { createVNode, render } from 'vue'
import App from './App.vue'
import './phone.css'
// The second part, which draws them, has no byte to spare.
import './reactions.css'

const app = document.querySelector('#app') as Element
// Lighter than an app of its own, of which this page needs nothing.
render(createVNode(App), app)
// What is there for a browser in which this does not run; where something is missing, nothing has been drawn.
if (app.firstElementChild)
  document.querySelector('.paper')?.remove()
