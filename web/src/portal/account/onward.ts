/** Where to go after signing in: where one was, as long as that is a page of this portal. */
export function onwardOf(to: unknown): string {
  return typeof to === "string" && /^\/(home|verify)([/?#]|$)/.test(to) ? to : "/home";
}
