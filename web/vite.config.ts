import vue from "@vitejs/plugin-vue";
import elementPlus from "unplugin-element-plus/vite";
import { defineConfig } from "vitest/config";
import { villageWorker } from "./build/worker.ts";

const server = process.env["RONGHE_URL"] ?? "http://127.0.0.1:8799";

export default defineConfig({
  plugins: [vue(), elementPlus({}), villageWorker(import.meta.dirname)],
  build: { target: "es2022", manifest: true, chunkSizeWarningLimit: 1100 },
  server: {
    host: "127.0.0.1",
    port: 8798,
    proxy: Object.fromEntries(["/api", "/tiles", "/ogc"].map((path) => [path, { target: server }])),
  },
  test: {
    environment: "happy-dom",
    include: ["test/**/*.test.ts"],
    server: { deps: { inline: ["element-plus"] } },
  },
});
