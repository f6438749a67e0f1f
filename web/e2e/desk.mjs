// Staff at their desks, over the API alone, with accounts the administrator makes.
import { NEW_PASSWORD, URL, USER } from "./browser.mjs";
import { county } from "./county.mjs";

export const OWN_PASSWORD = "一把钥匙 one key 2026 desk";

/** Somebody signed in over HTTP, with cookies of their own. */
export class Person {
  #cookies = new Map();

  async ask(method, path, body, more = {}) {
    const headers = { ...more, Accept: "application/json", Cookie: [...this.#cookies].map(([k, v]) => `${k}=${v}`).join("; ") };
    if (method !== "GET") headers["X-XSRF-TOKEN"] = decodeURIComponent(this.#cookies.get("XSRF-TOKEN") ?? "");
    if (body !== undefined) headers["Content-Type"] = "application/json";
    const response = await fetch(URL + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    for (const line of response.headers.getSetCookie()) {
      const [pair] = line.split(";");
      this.#cookies.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : null };
  }

  /** The session as a browser keeps it: pages opened with it are this person's. */
  state() {
    const url = URL;
    return { cookies: [...this.#cookies].map(([name, value]) => ({ name, value, url })), origins: [] };
  }

  async must(method, path, body, more) {
    const answer = await this.ask(method, path, body, more);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Signs in, choosing `fresh` where the first password must go. */
  async signIn(user, password, fresh) {
    await this.ask("GET", "/api/v1/county");
    const answer = await this.ask("POST", "/api/v1/session", { user, password });
    if (answer.status >= 300) return false;
    if (answer.body.mustChangePassword) {
      await this.must("PUT", "/api/v1/session/password", { old: password, new: fresh });
      await this.must("GET", "/api/v1/session");
    }
    return true;
  }
}

export async function administrator() {
  const person = new Person();
  if (!(await person.signIn(USER, county.password, NEW_PASSWORD)) && !(await person.signIn(USER, NEW_PASSWORD, NEW_PASSWORD))) {
    throw new Error("the administrator could not sign in");
  }
  return person;
}

/** A desk: an account of this role in this department. */
export async function desk(admin, name, role, department) {
  const made = await admin.must("POST", "/api/v1/users", { name, displayName: name, role, department, password: `${OWN_PASSWORD} first` });
  const person = new Person();
  if (!(await person.signIn(name, made?.password ?? `${OWN_PASSWORD} first`, OWN_PASSWORD))) throw new Error(`${name} could not sign in`);
  return person;
}
