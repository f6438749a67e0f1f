package org.ronghe.server.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// `./ronghe serve …`: one class per sub-command; each prints its answer, with `--json` for
/// scripts.
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "办：办事时限、一件事、待遇 / serve: deadlines, bundles, entitlements",
    subcommands = {
      ServeWindows.class,
      DeadlineCommand.class,
      ServeBundle.class,
      ServeCatalogue.class,
      ServeBenefits.class,
      CalendarCommands.class,
      HelpCommand.class,
    })
final class ServeCommands {}
