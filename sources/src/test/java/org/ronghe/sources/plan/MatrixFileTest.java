package org.ronghe.sources.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronghe.model.remark.Remark;
import org.ronghe.model.travel.TravelTable;

/// Travel matrices as they come, from the plainest to the broken.
class MatrixFileTest {
  private static final String HEADER = "from_id,to_id,travel_time\n";

  @TempDir private Path folder = Path.of("");

  @Test
  void A01_rows_in_any_order_make_the_same_table() {
    TravelTable table = read(HEADER + "B,X,20\nA,Y,5.8\nA,X,10\n");
    assertThat(table.origins()).containsExactly("A", "B");
    assertThat(table.destinations()).containsExactly("X", "Y");
    assertThat(table.starts()).containsExactly(0, 2, 3);
    assertThat(table.destination()).containsExactly(0, 1, 0);
    assertThat(table.rank()).containsExactly(1, 0, 2);
    assertThat(table.costs()).containsExactly(5.8, 10, 20);
  }

  @Test
  void A02_an_empty_cell_or_NA_cannot_be_travelled_but_the_origin_stays() {
    Answer answer = ask(HEADER + "A,X,\nA,Y,NA\nB,X,3\n");
    assertThat(answer.table().origins()).containsExactly("A", "B");
    assertThat(answer.table().pairs()).isEqualTo(1);
    assertThat(answer.codes()).containsExactly("pairs-unreachable");
  }

  @Test
  void A03_columns_stand_in_any_order_and_others_are_passed_over() {
    TravelTable table = read("\uFEFFmode,travel_time,to_id,from_id\r\nbus,10,X,\"A, 村\"\r\n");
    assertThat(table.origins()).containsExactly("A, 村");
    assertThat(table.costs()).containsExactly(10);
  }

  @Test
  void A04_seconds_become_minutes_and_that_is_said() {
    Answer answer = ask("from_id,to_id,seconds,metres\nA,X,90,1000\n");
    assertThat(answer.table().costs()).containsExactly(1.5);
    assertThat(answer.codes()).containsExactly("cost-in-minutes");
  }

  @Test
  void A05_any_column_can_be_the_cost() {
    TableAnswer<TravelTable> answer =
        MatrixFile.read(text("from_id,to_id,seconds,metres\nA,X,90,1000\n"), "metres");
    assertThat(new Answer(answer).table().costs()).containsExactly(1000);
  }

  @Test
  void A06_numbers_are_read_to_the_last_digit() {
    String[] costs = {"0.1", "123456789.012345", "1e-3", "0.30000000000000004", "5.", ".5", "+7"};
    StringBuilder rows = new StringBuilder(HEADER);
    for (int n = 0; n < costs.length; n++) {
      rows.append("A,D").append(n).append(',').append(costs[n]).append('\n');
    }
    TravelTable table = read(rows.toString());
    for (int n = 0; n < costs.length; n++) {
      assertThat(table.costs()[table.rank()[n]]).isEqualTo(Double.parseDouble(costs[n]));
    }
  }

  @Test
  void A07_gzip_is_known_by_its_first_bytes() throws IOException {
    Path file = Files.write(folder.resolve("named.csv"), zipped(HEADER + "A,X,10\n"));
    assertThat(new Answer(MatrixFile.read(file, null)).table().pairs()).isEqualTo(1);
  }

  @Test
  void A08_a_pair_that_repeats_itself_counts_once() {
    Answer answer = ask(HEADER + "A,X,10\nB,X,4\nA,X,10.0\n");
    assertThat(answer.table().pairs()).isEqualTo(2);
    assertThat(answer.codes()).containsExactly("pairs-repeated");
  }

  @Test
  void A09_a_few_thousand_ids_are_told_apart() {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int n = 0; n < 5000; n++) {
      rows.append("14040410").append(n).append(",X,").append(n % 97 + n / 1e4).append('\n');
    }
    assertThat(read(rows.toString()).origins()).hasSize(5000).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A,X,-3 | cost-negative | row 2, travel_time (-3)",
        "A,X,NaN | cost-not-finite | row 2, travel_time (NaN)",
        "A,X,Inf | cost-not-a-number | (Inf)",
        "A,X,Infinity | cost-not-finite | (Infinity)",
        "A,X,ten | cost-not-a-number | (ten)",
        "A,X,1.2.3 | cost-not-a-number | (1.2.3)",
        "A,X,\"1,5\" | cost-not-a-number | (1,5)",
        ",X,3 | id-missing | from_id",
        "A,,3 | id-missing | to_id",
        "A,X | cells-missing | row 2",
      })
  void B01_a_wrong_cell_is_refused_by_name(String row, String code, String where) {
    Remark why = refused(HEADER + row + "\nB,X,1\n");
    assertThat(why.code()).isEqualTo(code);
    assertThat(why.en()).contains(where);
  }

  @Test
  void B02_the_row_is_the_one_a_spreadsheet_shows() {
    assertThat(refused(HEADER + "A,X,1\nB,X,2\nC,X,-1\n").en()).contains("row 4");
  }

  @Test
  void B03_a_pair_with_two_costs_is_refused() {
    Remark why = refused(HEADER + "A,X,10\nB,X,4\nA,X,11\n");
    assertThat(why.code()).isEqualTo("pair-twice");
    assertThat(why.en()).contains("A → X", "rows 2 / 4", "10.0 / 11.0");
    assertThat(refused(HEADER + "A,X,10\nA,X,\n").code()).isEqualTo("pair-twice");
  }

  @Test
  void B04_a_missing_column_is_named_with_what_is_there_and_a_guess() {
    Remark why = refused("from_id,to_id,traveltime\nA,X,1\n");
    assertThat(why.code()).isEqualTo("column-missing");
    assertThat(why.en()).contains("travel_time", "from_id, to_id, traveltime");
    assertThat(why.maybeEn()).contains("traveltime");
    assertThat(refused("from_id;to_id;travel_time\nA;X;1\n").maybeEn()).contains("comma");
  }

  @Test
  void B05_empty_files_and_lone_headers_are_refused() {
    assertThat(refused("").code()).isEqualTo("table-empty");
    assertThat(refused(HEADER).code()).isEqualTo("table-without-rows");
    assertThat(refused("\n\n").code()).isIn("table-empty", "column-missing");
  }

  @Test
  void B06_files_that_are_not_what_they_seem() throws IOException {
    byte[] whole = zipped(HEADER + "A,X,10\n".repeat(1) + randomRows());
    Path cut = folder.resolve("cut.csv.gz");
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
    assertThat(why(MatrixFile.read(cut, null)).code()).isEqualTo("table-truncated");
    assertThat(why(MatrixFile.read(folder.resolve("none.csv"), null)).code())
        .isEqualTo("table-missing");
    assertThat(why(MatrixFile.read(folder, null)).code()).isEqualTo("table-is-folder");
    Path gb = folder.resolve("gb.csv");
    Files.write(gb, (HEADER + "韩店,南宋,10\n").getBytes(Charset.forName("GB18030")));
    assertThat(why(MatrixFile.read(gb, null)).code()).isEqualTo("table-encoding");
    assertThat(refused(HEADER + "\"A,X,1\n").code()).isEqualTo("table-quotes");
  }

  @Test
  void B07_parquet_that_is_none() throws IOException {
    Path file = folder.resolve("m.parquet");
    Files.writeString(file, HEADER + "A,X,10\n");
    assertThat(why(MatrixFile.read(file, null)).code()).isEqualTo("table-truncated");
    Files.writeString(file, "");
    assertThat(why(MatrixFile.read(file, null)).code()).isEqualTo("table-empty");
    assertThat(why(MatrixFile.read(folder.resolve("no.parquet"), null)).code())
        .isEqualTo("table-missing");
  }

  private static String randomRows() {
    StringBuilder rows = new StringBuilder();
    for (int n = 0; n < 20_000; n++) {
      rows.append("A,Y").append(n).append(',').append(n * 7919 % 10_007).append('\n');
    }
    return rows.toString();
  }

  private TravelTable read(String text) {
    return ask(text).table();
  }

  private Answer ask(String text) {
    return new Answer(MatrixFile.read(text(text), null));
  }

  private Remark refused(String text) {
    return why(MatrixFile.read(text(text), null));
  }

  private static Remark why(TableAnswer<?> answer) {
    return switch (answer) {
      case TableAnswer.Read<?> read -> throw new AssertionError("was read: " + read);
      case TableAnswer.Refused<?> refused -> refused.why();
    };
  }

  private Path text(String text) {
    try {
      return Files.writeString(folder.resolve("matrix.csv"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private record Answer(TableAnswer<TravelTable> answer) {
    TravelTable table() {
      return read().table();
    }

    List<String> codes() {
      return read().remarks().stream().map(Remark::code).toList();
    }

    private TableAnswer.Read<TravelTable> read() {
      return switch (answer) {
        case TableAnswer.Read<TravelTable> read -> read;
        case TableAnswer.Refused<TravelTable> refused ->
            throw new AssertionError(refused.why().en());
      };
    }
  }
}
