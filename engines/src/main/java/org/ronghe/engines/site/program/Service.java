package org.ronghe.engines.site.program;

/// One kind of service to be sited, e.g. clinics or kindergartens.
///
/// @param weight who needs it, for each demand; at least 0
/// @param importance factor of its distances in the objective
/// @param open how many sites in the end (existing ones counted); -1 when costs decide
/// @param radius within which a demand is reached; infinite for none
public record Service(String name, double[] weight, double importance, int open, double radius) {}
