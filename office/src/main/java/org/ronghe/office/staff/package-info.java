/// 人员: who works here, what each may do, and how they sign in.
@NullMarked
package org.ronghe.office.staff;

import org.jspecify.annotations.NullMarked;
