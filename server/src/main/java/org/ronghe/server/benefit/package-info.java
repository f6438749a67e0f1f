/// Benefits over a register: packs read, the register made, the work shared among processors.
@NullMarked
package org.ronghe.server.benefit;

import org.jspecify.annotations.NullMarked;
