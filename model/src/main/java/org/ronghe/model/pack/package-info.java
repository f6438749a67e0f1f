/// 领域包: domain knowledge as data — which profiles of points there are and which alarms they have.
@NullMarked
package org.ronghe.model.pack;

import org.jspecify.annotations.NullMarked;
