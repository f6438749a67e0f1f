package org.ronghe.server.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// `./ronghe plan …`: one class per sub-command; each prints its answer, with `--json` for scripts.
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "谋：出行时间、可达性、选址、线路 / plan: travel times, access, siting, tours",
    subcommands = {
      PlanMatrix.class,
      PlanTour.class,
      PlanAccess.class,
      PlanEquity.class,
      PlanLocate.class,
      PlanProject.class,
      PlanSdg.class,
      PlanIsochrone.class,
      HelpCommand.class,
    })
final class PlanCommands {}
