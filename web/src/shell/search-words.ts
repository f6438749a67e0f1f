import { words } from "../i18n";

export const searchWords = words({
  zh: {
    title: "搜索",
    label: "搜索村庄、设施、管廊、管段、测点、页面",
    hint: "名称、拼音、首字母或编号",
    none: (q: string) => `没有找到「${q}」。试试拼音首字母或编号。`,
    start: "输入名称、拼音、首字母或编号，例如 sdz、T1、甲烷。",
    results: (n: number) => `${n} 个结果`,
    keys: "↑↓ 选择，Enter 打开，Esc 关闭",
  },
  en: {
    title: "Search",
    label: "Search villages, facilities, tunnels, links, points, pages",
    hint: "Name, pinyin, initials or id",
    none: (q: string) => `Nothing found for “${q}”. Try pinyin initials or an id.`,
    start: "Type a name, pinyin, initials or an id, such as sdz, T1.",
    results: (n: number) => (n === 1 ? "1 result" : `${n} results`),
    keys: "↑↓ choose, Enter opens, Esc closes",
  },
});
