import { computed, nextTick, ref, shallowRef } from "vue";
import { asProblem, type Problem } from "../api/client";
import type { Session } from "../api/types";
import { say } from "../i18n";
import { signIn } from "./session";
import { shellWords as w } from "./words";

/**
 * Signing in by steps: name and password, then the code of the authenticator app where the account asks for one.
 * `focusOn` is told the id of the field to go on with.
 */
export function useSignIn(focusOn: (id: "user" | "password" | "code") => void) {
  const user = ref("");
  const password = ref("");
  const code = ref("");
  const asksCode = ref(false);
  const tried = ref(false);
  const busy = ref(false);
  const problem = shallowRef<Problem | null>(null);

  const said = computed(() => {
    if (!problem.value) return "";
    return problem.value.code === "sign-in-refused" ? w.wrong : say(problem.value.text);
  });

  async function submit(): Promise<Session | null> {
    tried.value = true;
    problem.value = null;
    if (!user.value.trim() || !password.value || (asksCode.value && !code.value.trim())) return null;
    busy.value = true;
    try {
      return await signIn(user.value.trim(), password.value, asksCode.value ? code.value.trim() : undefined);
    } catch (error) {
      await refused(asProblem(error));
      return null;
    } finally {
      busy.value = false;
    }
  }

  async function refused(found: Problem): Promise<void> {
    code.value = "";
    if (found.code === "totp-needed") {
      asksCode.value = true;
      tried.value = false;
    } else {
      problem.value = found;
    }
    await nextTick();
    focusOn(asksCode.value ? "code" : "password");
  }

  async function startOver(): Promise<void> {
    asksCode.value = false;
    tried.value = false;
    problem.value = null;
    password.value = "";
    code.value = "";
    await nextTick();
    focusOn("user");
  }

  return { user, password, code, asksCode, tried, busy, said, submit, startOver };
}
