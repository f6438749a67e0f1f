/** What a new service begins with: sound, and short enough to read in one look. */
export function startText(id: string, version: string, from: string): string {
  return `format: ronghe-service/1
id: ${id}
version: "${version}"
name: {zh: 新事项, en: A new service}
summary: {zh: 示例：写一句居民看得懂的话。, en: 'Sample: one sentence a resident understands.'}
department: civil-affairs
effective_from: ${from}
life_events: [old-age]
keywords: []

header:
  catalog_code: "EXAMPLE99001"
  task_type: 公共服务
  by_law: ["示例"]
  use_level: 县级
  dept_name: 民政局
  server_type: 自然人
  project_type: 承诺件
  anticipate_day: 20
  anticipate_type: 工作日
  promise_day: 5
  promise_type: 工作日
  limit_scene_num: 0
  is_fee: 否
  is_online: 是
  result_type: 其他
  result_name: 结果
  link_way: "12345"
  supervise_way: "12345"

sources:
  - {id: sample, title: 示例}

conditions: []

form:
  - section: elder
    zh: 老人
    en: The older person
    ask: [elder.name, elder.birthDate, elder.idNumber]

materials: []

path:
  - {stage: accept, days: 1}
  - {stage: decide, by: REVIEWER, days: 5}
  - {stage: deliver, days: 1}

outlets:
  online: [consult, file, correct, collect]
  county: [consult, file, correct, collect]
`;
}

export const START_EXAMPLES = `format: ronghe-service-examples/1
examples:
  - id: plain
    zh: 按承诺办结
    en: Done within the promise
    answers:
      elder: {name: 李桂兰, birthDate: 1940-06-06, idNumber: 14041119400606046X}
    steps:
      - {on: 2026-03-02, do: file, state: filed}
      - {on: 2026-03-03, do: accept, state: in-review}
      - {on: 2026-03-04, do: approve, state: issued}
      - {on: 2026-03-05, do: deliver, state: delivered}
`;

/** The text with this value for a top-level key, which is added after the format line when it is not there. */
export function withKey(text: string, key: string, value: string): string {
  const line = new RegExp(`^${key}:.*$`, "m");
  return line.test(text) ? text.replace(line, `${key}: ${value}`) : text.replace(/^(format:.*)$/m, `$1\n${key}: ${value}`);
}

export function keyOf(text: string, key: string): string {
  const found = new RegExp(`^${key}:\\s*(.*)$`, "m").exec(text)?.[1] ?? "";
  return found.replace(/^["']|["']\s*$/g, "").trim();
}

/** The version after this one: 1 → 2, 2.1 → 2.2. */
export function nextVersion(version: string): string {
  const found = /^(.*?)(\d+)$/.exec(version);
  return found ? `${found[1]}${Number(found[2]) + 1}` : `${version}-2`;
}
