#!/usr/bin/env bash
# Start-up and memory of the sample county: cold (fresh data folder), warm (the same again), and the
# resident memory of the whole process tree while the demo feed plays. Writes results/startup.txt.
set -u
home="$(cd "$(dirname "$0")/.." && pwd)"
result="$home/benchmarks/results/startup.txt"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
mkdir -p "$(dirname "$result")"
"$home/ronghe" help >/dev/null || exit 1

tree_rss_MiB() { # pid
  local pids=("$1") all=() next
  while [ ${#pids[@]} -gt 0 ]; do
    all+=("${pids[@]}")
    mapfile -t next < <(for p in "${pids[@]}"; do pgrep -P "$p"; done)
    pids=("${next[@]}")
  done
  ps -o rss= -p "$(IFS=,; echo "${all[*]}")" | awk '{ s += $1 } END { printf "%d", s / 1024 }'
}

run() { # label, seconds to watch
  local started now port pid
  rm -f "$work/data/run/ports.json"
  started=$(date +%s%N)
  "$home/ronghe" start --data "$work/data" --port 0 --mqtt-port 0 >"$work/out" 2>&1 &
  pid=$!
  until [ -f "$work/data/run/ports.json" ]; do
    kill -0 $pid 2>/dev/null || { cat "$work/out"; exit 1; }
    sleep 0.05
  done
  port=$(grep -o '"http":[0-9]*' "$work/data/run/ports.json" | grep -o '[0-9]*$')
  until curl -fsS -o /dev/null "http://127.0.0.1:$port/"; do sleep 0.05; done
  now=$(date +%s%N)
  printf '%-6s %6.1f s to a served page\n' "$1" "$(echo "($now - $started) / 1000000000" | bc -l)"
  if [ "$2" -gt 0 ]; then
    sleep "$2"
    printf '%-6s %6d MiB resident, whole process tree, after %d s of the demo feed\n' "$1" "$(tree_rss_MiB $pid)" "$2"
  fi
  "$home/ronghe" stop --data "$work/data" >/dev/null
  wait $pid
}

{
  printf 'date    %s\n' "$(date -u +%Y-%m-%dT%H:%MZ)"
  printf 'machine %s, %s cores, %s MiB, load %s\n' "$(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2 | xargs)" \
    "$(nproc)" "$(awk '/MemTotal/ { print int($2 / 1024) }' /proc/meminfo)" "$(cut -d' ' -f1 /proc/loadavg)"
  [ -f "$home/server/target/ronghe/ronghe.aot" ] || "$home/ronghe" start --help >/dev/null
  printf 'AOT     %s\n' "$([ -f "$home/server/target/ronghe/ronghe.aot" ] && echo used || echo 'not there')"
  run cold 0
  run warm 0
  run warm 60
} | tee "$result"
