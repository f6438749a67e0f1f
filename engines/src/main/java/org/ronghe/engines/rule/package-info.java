/// Rules: decision models compiled once, asked often, every answer with the rules that gave it.
@NullMarked
package org.ronghe.engines.rule;

import org.jspecify.annotations.NullMarked;
