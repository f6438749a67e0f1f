/// 审计: who did what, when; never changed afterwards.
@NullMarked
package org.ronghe.office.audit;

import org.jspecify.annotations.NullMarked;
