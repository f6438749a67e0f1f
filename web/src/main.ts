import { createApp } from "vue";
import "./style/tokens.css";
import "./style/base.css";
import App from "./shell/App.vue";
import { applyPrefs } from "./shell/prefs";
import { router } from "./shell/router";

applyPrefs();
createApp(App).use(router).mount("#app");
