@NullMarked
package org.ronghe.plan.siting;

import org.jspecify.annotations.NullMarked;
