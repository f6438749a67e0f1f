/// 数据库: the PostgreSQL that keeps the office's records, started from binaries of our own when no
/// other is named.
@NullMarked
package org.ronghe.office.database;

import org.jspecify.annotations.NullMarked;
