package org.ronghe.sources.county.kind;

import org.locationtech.jts.geom.Envelope;
import org.ronghe.model.county.County;
import org.ronghe.model.county.CountyHead;
import org.ronghe.sources.county.manifest.FileKind;
import org.ronghe.sources.county.manifest.FileSpec;
import org.ronghe.sources.county.manifest.Manifest;
import org.ronghe.sources.county.notice.NoticeBook;
import org.ronghe.sources.county.notice.PackageNotice;
import org.ronghe.sources.county.table.Row;

/// Turns the rows of a package into a county. Kinds are to be begun in the order of [FileKind].
public final class CountyRows {
  private final NoticeBook book;
  private final Draft draft;
  private boolean syntheticRows;

  public CountyRows(NoticeBook book) {
    this.book = book;
    this.draft = new Draft(book);
  }

  /// Reads the rows of one kind, however many files they are in.
  public Kind begin(FileKind kind) {
    return new Kind(
        switch (kind) {
          case DIVISIONS -> new DivisionRows(draft);
          case BOUNDARIES -> new BoundaryRows(draft);
          case PLACES -> new PlaceRows(draft);
          case PEOPLE -> new PeopleRows(draft);
          case FACILITIES -> new FacilityRows(draft);
          case ROADS -> new RoadRows(draft);
          case TUNNELS -> new TunnelRows(draft);
          case COMPARTMENTS -> new CompartmentRows(draft);
          case SECTIONS -> new SectionRows(draft);
          case EQUIPMENT -> new EquipmentRows(draft);
          case NETWORK_NODES -> new NodeRows(draft);
          case NETWORK_LINKS -> new LinkRows(draft);
          case POINTS -> new PointRows(draft);
          case LIMITS -> new LimitRows(draft);
        });
  }

  /// The rows of one kind.
  public final class Kind {
    private final RowReader reader;

    private Kind(RowReader reader) {
      this.reader = reader;
    }

    public void take(Row row, FileSpec spec) {
      Cells cells = draft.cells(row, spec);
      syntheticRows |= cells.provenance().synthetic();
      reader.take(cells, new Shapes(cells, draft.whereabouts));
      cells.done();
    }

    public void finish() {
      reader.finish();
    }
  }

  /// The county of all good rows, once every kind is finished.
  public County county(CountyHead head) {
    Envelope bounds = draft.bounds(head.code());
    draft.whereabouts.warn(bounds, book);
    boolean itself =
        draft.divisions.keySet().stream()
            .anyMatch(
                key -> key.code().equals(head.code()) || key.code().equals(head.code() + "000000"));
    if (!draft.divisions.isEmpty() && !itself) {
      book.file(PackageNotice.COUNTY_DIVISION_MISSING, Manifest.FILE, head.code());
    }
    return draft.county(syntheticRows ? marked(head) : head);
  }

  /// The head of a county that has synthetic rows, if only single rows of real files.
  private static CountyHead marked(CountyHead head) {
    return new CountyHead(
        head.code(),
        head.nameZh(),
        head.nameEn(),
        head.packageVersion(),
        true,
        head.noticeZh().isEmpty() ? "部分数据是合成的，不是真实情况。" : head.noticeZh(),
        head.noticeEn().isEmpty() ? "Some of the data is synthetic, not real." : head.noticeEn(),
        head.openCollections(),
        head.sources());
  }
}
