/// 选址 as a command: the clock, the interrupt and the file around the engine.
@NullMarked
package org.ronghe.server.siting;

import org.jspecify.annotations.NullMarked;
