package org.ronghe.server.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// `./ronghe plan sdg`: indicators of the Sustainable Development Goals.
@Command(
    name = "sdg",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "可持续发展目标指标 / indicators of the Sustainable Development Goals",
    subcommands = {SdgRuralAccess.class, SdgLandConsumption.class, HelpCommand.class})
final class PlanSdg {}
