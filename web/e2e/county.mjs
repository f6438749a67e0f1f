// The county the walks go through: the one RONGHE_URL names, or one of its own, stopped afterwards.
import { start } from "./start.mjs";

const { RONGHE_URL, RONGHE_PASSWORD, RONGHE_HOME } = process.env;
if (!RONGHE_HOME && !(RONGHE_URL && RONGHE_PASSWORD)) {
  console.error("The browser tests need RONGHE_HOME, or a running county: RONGHE_URL, RONGHE_USER and RONGHE_PASSWORD.");
  process.exit(2);
}
export const county = RONGHE_URL
  ? { url: RONGHE_URL, password: RONGHE_PASSWORD, stop: async () => {} }
  : await start(RONGHE_HOME);
