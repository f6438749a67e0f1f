package org.ronghe.engines.clock;

import java.time.LocalDate;
import java.util.Optional;

/// One step of a case on someone's desk.
///
/// @param passesOn true for a first review that hands the case on to another organ
/// @param staff empty while nobody has taken it
/// @param startedOn the day it arrived; not counted
public record StepRun(
    String step,
    boolean passesOn,
    String department,
    String staff,
    LocalDate startedOn,
    Optional<LocalDate> endedOn,
    Term limit) {}
