package org.ronghe.engines.queue;

/// Somebody in the hall.
///
/// @param kind index of the kind
/// @param came_min when they took the ticket for this stretch of waiting
/// @param booked with an appointment
/// @param leaves_min when patience ends; infinite when it does not
/// @param order breaks ties: first come, first called
record Visit(int kind, double came_min, boolean booked, double leaves_min, long order) {}
