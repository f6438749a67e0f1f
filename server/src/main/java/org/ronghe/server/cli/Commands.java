package org.ronghe.server.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.problem.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// All commands. Exit codes: 0 done; 1 refused (the message says why); 2 wrong usage; 3 looked at
/// something and found it wrong (`verify`, `doctor`, `import`); 70 a fault of ours.
@Command(
    name = "ronghe",
    mixinStandardHelpOptions = true,
    description = "融合：县域操作系统 / Ronghe: the operating system of a county",
    subcommands = {
      Start.class,
      Stop.class,
      Train.class,
      DeviceCommands.class,
      UserCommands.class,
      KeyCommands.class,
      Import.class,
      ReplayLog.class,
      Verify.class,
      BackupCommand.class,
      RestoreCommand.class,
      Doctor.class,
      ServeCommands.class,
      PlanCommands.class,
      NewCounty.class,
      HelpCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:refused; the message says what, why and how to fix it",
      "2:wrong usage",
      "3:looked and found something wrong (verify, doctor, import)",
      "70:a fault of ours; see the log"
    })
public final class Commands {
  public static final int DONE = 0;
  public static final int REFUSED = 1;
  public static final int FOUND_WRONG = 3;
  public static final int OUR_FAULT = 70;

  private Commands() {}

  /// Runs one command line and gives its exit code.
  public static int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Commands());
    Version.tellBy(line);
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(100);
    line.setExecutionExceptionHandler((thrown, command, _) -> {
      if (thrown instanceof Refusal refusal) {
        Words.print(command.getErr(), refusal);
        return REFUSED;
      }
      if (thrown instanceof Problem problem) {
        Words.print(command.getErr(), problem);
        return REFUSED;
      }
      if (thrown instanceof FileSystemException file) {
        Words.print(command.getErr(), FileTrouble.of(file));
        return REFUSED;
      }
      command.getErr().println("融合自身的故障 / a fault of ours: " + thrown);
      thrown.printStackTrace(command.getErr());
      return OUR_FAULT;
    });
    return line;
  }
}
