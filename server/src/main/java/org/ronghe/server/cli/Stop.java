package org.ronghe.server.cli;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ronghe.office.problem.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `./ronghe stop`: in order, waiting until it is done.
@Command(
    name = "stop",
    mixinStandardHelpOptions = true,
    description = "停止在该数据目录上运行的县 / stop the county that runs on the data folder")
final class Stop implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption option = new DataOption();

  @Override
  public Integer call() throws InterruptedException {
    Terminal terminal = new Terminal(spec.commandLine(), option.json);
    Optional<LocalCounty> running = LocalCounty.on(option.data);
    if (running.isEmpty()) {
      terminal.answer(
          Map.of("stopped", false),
          Words.say("没有县在 " + option.data + " 上运行。", "No county runs on " + option.data + "."));
      return Commands.DONE;
    }
    long pid = running.get().pid();
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow(() -> stuck(pid));
    process.destroy();
    try {
      process.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException _) {
      throw stuck(pid);
    }
    terminal.answer(
        Map.of("stopped", true),
        Words.say("已停止（进程 " + pid + "）。", "Stopped (process " + pid + ")."));
    return Commands.DONE;
  }

  private static Refusal stuck(long pid) {
    return new Refusal(
        "not-stopped",
        "进程 " + pid + " 没有停下。",
        "Process " + pid + " did not stop.",
        "查看数据目录下 logs/ronghe.log；kill -9 不会丢失已确认的读数。",
        "Look at logs/ronghe.log in the data folder; kill -9 loses no acknowledged reading.");
  }
}
