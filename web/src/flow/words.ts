import { words } from "../i18n";

export const flowWords = words({
  zh: {
    title: "办理路径",
    scroll: "路径图，可左右移动",
    open: "正在办",
    done: "已完成",
    ahead: "还没到",
    skipped: "不经过",
    runs: (day: string) => `计时中，到 ${day} 止`,
    days: (n: number) => `${n} 个工作日`,
    now: "现在在：",
  },
  en: {
    title: "The path",
    scroll: "Drawing of the path; move it sideways",
    open: "under way",
    done: "done",
    ahead: "still ahead",
    skipped: "not on the way",
    runs: (day: string) => `time runs until ${day}`,
    days: (n: number) => `${n} working ${n === 1 ? "day" : "days"}`,
    now: "Now at: ",
  },
});
