/// 传达: events between rooms, kept until every listener has heard them.
@NullMarked
package org.ronghe.office.event;

import org.jspecify.annotations.NullMarked;
