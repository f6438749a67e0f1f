/// 县情底册: the county register.
@NullMarked
package org.ronghe.office.register;

import org.jspecify.annotations.NullMarked;
