package org.ronghe.server.cli;

import java.io.Console;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.problem.Refusal;
import org.ronghe.server.boot.RunningCounty;
import org.ronghe.server.boot.Settings;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `./ronghe start`.
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    description = "启动本县，Ctrl-C 停止 / start the county; Ctrl-C stops it")
final class Start implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "数据目录 / data folder (default: ${DEFAULT-VALUE})")
  private Path data = Path.of("data");

  @Option(
      names = "--county",
      paramLabel = "DIR",
      description = "县数据包 / county package to load (default on the first run: the sample county)")
  private @Nullable Path county;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "HTTP 端口 / HTTP port; 0 takes a free one (default: ${DEFAULT-VALUE})")
  private int port = 8750;

  @Option(
      names = "--mqtt-port",
      paramLabel = "N",
      description = "MQTT 端口 / MQTT port; 0 takes a free one (default: ${DEFAULT-VALUE})")
  private int mqttPort = 1883;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "监听地址 / address to listen on (default: ${DEFAULT-VALUE}, this machine only)")
  private String bind = "127.0.0.1";

  @Option(
      names = "--db",
      paramLabel = "URL",
      description =
          "外部 PostgreSQL 15+ / an outside PostgreSQL: postgresql://user:password@host/database")
  private @Nullable String database;

  @Option(names = "--no-demo-feed", description = "不启动演示数据 / without the demo feed")
  private boolean noDemoFeed;

  @Option(
      names = "--replace",
      description = "即使数据目录里是另一个县也替换 / replace the county in the data folder even by another one")
  private boolean replace;

  @Override
  public Integer call() throws InterruptedException {
    Path home = Path.of(System.getProperty("ronghe.home", "."));
    Settings settings =
        new Settings(home, data, county, port, mqttPort, bind, database, !noDemoFeed, replace);
    System.setProperty("ronghe.logs", data.resolve("logs").toString());
    LoggerFactory.getLogger(Start.class).info("starting on {}", data.toAbsolutePath());
    CountDownLatch stopped = new CountDownLatch(1);
    RunningCounty running = started(settings);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  running.close();
                  stopped.countDown();
                },
                "stop"));
    CommandLine command = spec.commandLine();
    command.getOut().println(greeting(running));
    stopped.await();
    return Commands.DONE;
  }

  /// Starts; where another county is in the data folder and somebody sits at the terminal, asks.
  private static RunningCounty started(Settings settings) {
    try {
      return RunningCounty.start(settings);
    } catch (Refusal refusal) {
      if (!refusal.why().code().equals(Settings.ANOTHER_COUNTY) || !agrees(refusal)) {
        throw refusal;
      }
      return RunningCounty.start(settings.replacing());
    }
  }

  private static boolean agrees(Refusal refusal) {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      return false;
    }
    String answer =
        console.readLine(
            "%s%n%s ",
            Words.say(refusal.why().zh(), refusal.why().en()),
            Words.say(
                "替换吗？输入 yes 替换，其他键放弃：", "Replace it? Type yes to replace, anything else to stop:"));
    return "yes".equals(answer);
  }

  private static String greeting(RunningCounty running) {
    String address = Words.say("融合已启动：", "Ronghe is running: ") + running.address();
    return running
        .initialPassword()
        .map(password ->
            address + Words.say("  初始管理员 admin，密码 ", "  first sign-in admin, password ") + password)
        .orElse(address);
  }
}
