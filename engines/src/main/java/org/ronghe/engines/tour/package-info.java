/// 线路: who drives where, in which order, at what cost.
///
/// A hybrid genetic search of our own in the manner of Vidal (2012, 2022): plans that keep every
/// limit and plans that do not are bred side by side, each child is cut into routes and improved by
/// moves between near neighbours. The engine is pure: no clock, no thread, no I/O; the host says
/// through [Watch] when to stop. The same problem, seed and number of rounds give the same plan.
/// See `docs/engines/tour.md`.
@NullMarked
package org.ronghe.engines.tour;

import org.jspecify.annotations.NullMarked;
