import {mount} from "svelte"
import App from "./App.svelte"
import "./styles/tokens.css"
import "./styles/page.css"
import "./styles/article.css"
import "./styles/print.css"

mount(App, {target: document.getElementById("room")!})
