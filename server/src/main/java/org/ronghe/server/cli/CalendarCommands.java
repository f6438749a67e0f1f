package org.ronghe.server.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// `./ronghe serve calendar …`.
@Command(
    name = "calendar",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "工作日历：每年导入一次 / working calendars: imported once a year",
    subcommands = {CalendarImportCommand.class, CalendarListCommand.class, HelpCommand.class})
final class CalendarCommands {}
