import { words } from "../i18n";

export const auditWords = words({
  zh: {
    title: "审计",
    time: "时间",
    who: "谁",
    action: "做了什么",
    subject: "对象",
    detail: "细节",
    from: "从",
    to: "到",
    find: "查询",
    clear: "清除条件",
    none: "没有符合条件的记录。",
    more: "更早的记录",
    why: "谁在什么时候做了什么；只能看，不能改。",
  },
  en: {
    title: "Audit",
    time: "Time",
    who: "Who",
    action: "Action",
    subject: "Subject",
    detail: "Detail",
    from: "From",
    to: "To",
    find: "Find",
    clear: "Clear",
    none: "No entry matches.",
    more: "Earlier entries",
    why: "Who did what, when; it can be read, not changed.",
  },
});

const ACTIONS: Record<string, [string, string]> = {
  "sign-in": ["登录", "Signed in"],
  "sign-out": ["退出", "Signed out"],
  "sign-in-refused": ["登录被拒", "Sign-in refused"],
  "alarm-acknowledge": ["确认报警", "Acknowledged alarm"],
  "device-add": ["接入设备", "Connected device"],
  "device-remove": ["移除设备", "Removed device"],
  "user-add": ["新增用户", "Added user"],
  "user-change": ["修改用户", "Changed user"],
  "user-remove": ["删除用户", "Deleted user"],
  "password-change": ["修改密码", "Changed password"],
  "county-import": ["导入县域数据包", "Imported county package"],
  import: ["导入", "Import"],
  "quarantine-map": ["映射隔离读数", "Mapped quarantine"],
};

export const actionWord = (action: string, zh: boolean): string => ACTIONS[action]?.[zh ? 0 : 1] ?? action;
