/// Siting with side constraints: capacities, budgets, staff, room, existing sites, backup cover,
/// fairness caps and phases, written as a mixed-integer program.
///
/// The program is plain data; who solves it stands behind [ProgramSolver], so the engine loads no
/// native library.
@NullMarked
package org.ronghe.engines.site.program;

import org.jspecify.annotations.NullMarked;
