package org.ronghe.engines.tour;

/// Why a problem cannot be solved, or what a tour breaks.
///
/// @param code stays the same, for programs
public record Fault(String code, String zh, String en) {}
