package org.ronghe.benchmarks.filing;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.ronghe.engines.form.Numbers;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Residents file and look at a running county at the same time, over HTTP with sessions, at a rate
/// that does not wait for the county: the time of a request counts from when it was due, so a
/// county that falls behind shows it. First run it without `--seconds` much to warm the county up.
@Command(name = "filing-load", mixinStandardHelpOptions = true)
public final class FilingLoad implements Runnable {
  private static final String BIRTH =
      """
      {"service": "birth-registration", "answers": {
        "child": {"name": "王安", "sex": "female", "ethnicity": "汉族", "birthDate": "2026-11-20",
          "birthPlace": "上党区人民医院"},
        "birth": {"certificateNumber": "U140000001", "outOfWedlock": false},
        "mother": {"name": "李梅", "idNumber": "14041119950505004X"},
        "father": {"name": "王强", "idNumber": "140411199303030032"},
        "household": {"settleWith": "mother", "headName": "李梅"},
        "applicant": {"phone": "13800000001"}}}\
      """;

  private static final String SERVE = "/api/v1/serve/";
  private static final int PER_DAY = 999;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Option(names = "--data", required = true, description = "data folder of the running county")
  private Path data = Path.of("");

  @Option(names = "--residents", defaultValue = "400")
  private int residents;

  @Option(names = "--filings", defaultValue = "200", description = "a second")
  private int filings_perSecond;

  @Option(names = "--reads", defaultValue = "2000", description = "a second")
  private int reads_perSecond;

  @Option(names = "--seconds", defaultValue = "60")
  private int seconds;

  @Option(names = "--warm-up", defaultValue = "30", description = "seconds before it counts")
  private int warmUp;

  private int port;
  private final List<Resident> people = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong keys = new AtomicLong(System.nanoTime());

  /// Someone signed in.
  ///
  /// @param headers cookie and CSRF lines
  private record Resident(String headers, String ownCase) {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new FilingLoad()).execute(args));
  }

  @Override
  public void run() {
    try {
      JsonNode ports = JSON.readTree(Files.readString(data.resolve("run/ports.json")));
      port = ports.path("http").asInt();
      long begun = System.nanoTime();
      prepare();
      System.out.printf(
          Locale.ROOT,
          "%d residents in %.0f s%n",
          people.size(),
          (System.nanoTime() - begun) / 1e9);
      measure(warmUp, "warm-up");
      measure(seconds, "measured");
      System.out.printf(
          Locale.ROOT,
          "load average %.1f%n",
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    } catch (IOException e) {
      throw new IllegalStateException("the county went away", e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Opens the accounts, two at a time as the county checks passwords, and files one case each.
  private void prepare() throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    String run = Long.toString(System.currentTimeMillis(), 36);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                for (int one = next.getAndIncrement();
                    one < residents;
                    one = next.getAndIncrement()) {
                  people.add(resident("load-" + run + "-" + one, idNumber(one)));
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private Resident resident(String name, String idNumber) {
    try (KeptAlive http = new KeptAlive(port)) {
      String token =
          http.send("GET", "/api/v1/session", "", new byte[0])
              .cookies()
              .getOrDefault("XSRF-TOKEN", "");
      String csrf = "Cookie: XSRF-TOKEN=" + token + "\r\nX-XSRF-TOKEN: " + token + "\r\n";
      String account =
          """
          {"user": "%s", "password": "four small blue kites", "name": "李梅",
           "idNumber": "%s", "phone": "13800000001"}\
          """
              .formatted(name, idNumber);
      expect(201, http.send("POST", SERVE + "residents", csrf, bytes(account)));
      KeptAlive.Answer signedIn =
          expect(
              200,
              http.send(
                  "POST",
                  "/api/v1/session",
                  csrf,
                  bytes("{\"user\": \"" + name + "\", \"password\": \"four small blue kites\"}")));
      String session = "RONGHE=" + signedIn.cookies().getOrDefault("RONGHE", "");
      String fresh =
          http.send("GET", "/api/v1/session", "Cookie: " + session + "\r\n", new byte[0])
              .cookies()
              .getOrDefault("XSRF-TOKEN", token);
      String headers =
          "Cookie: " + session + "; XSRF-TOKEN=" + fresh + "\r\nX-XSRF-TOKEN: " + fresh + "\r\n";
      KeptAlive.Answer filed =
          expect(201, http.send("POST", SERVE + "cases", headers + key(), bytes(BIRTH)));
      return new Resident(headers, JSON.readTree(filed.body()).path("number").asString());
    } catch (IOException e) {
      throw new IllegalStateException("no account for " + name, e);
    }
  }

  /// A number of its own for each, made up, with the right check digit.
  private static String idNumber(int one) {
    LocalDate born = LocalDate.of(1990, 1, 1).plusDays(one / PER_DAY);
    String first =
        "140411"
            + born.format(DateTimeFormatter.BASIC_ISO_DATE)
            + "%03d".formatted(one % PER_DAY + 1);
    return Stream.of("0123456789X".split(""))
        .map(digit -> first + digit)
        .filter(Numbers::isIdentityNumber)
        .findFirst()
        .orElseThrow();
  }

  private String key() {
    return "Idempotency-Key: load-" + keys.incrementAndGet() + "\r\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static KeptAlive.Answer expect(int status, KeptAlive.Answer answer) {
    if (answer.status() != status) {
      throw new IllegalStateException(answer.status() + " " + answer.text());
    }
    return answer;
  }

  private void measure(int duration_s, String name) throws InterruptedException {
    if (duration_s <= 0) {
      return;
    }
    Pace filing = new Pace("filings", filings_perSecond, duration_s, 24, this::filing);
    Pace reading = new Pace("reads", reads_perSecond, duration_s, 64, this::reading);
    filing.start();
    reading.start();
    System.out.println(name + ": " + filing.result() + "; " + reading.result());
  }

  private Request filing(int one) {
    Resident who = people.get(one % people.size());
    return new Request("POST", SERVE + "cases", who.headers() + key(), bytes(BIRTH), 201);
  }

  /// What residents look at: their case most, then their cases, notices, the service and
  /// themselves.
  private Request reading(int one) {
    Resident who = people.get((one / 20) % people.size());
    String path =
        switch (one % 20) {
          case 0, 1, 2, 3, 4, 5, 6 -> SERVE + "cases/" + who.ownCase();
          case 7, 8, 9 -> SERVE + "cases";
          case 10, 11, 12 -> SERVE + "notices";
          case 13, 14 -> SERVE + "me";
          case 15, 16 -> SERVE + "licences";
          case 17, 18 -> "/api/v1/session";
          default -> SERVE + "catalogue/services/birth-registration";
        };
    return new Request("GET", path, who.headers(), new byte[0], 200);
  }

  private record Request(String method, String path, String headers, byte[] body, int expected) {}

  /// Sends so many requests a second, each when it is due, over as many connections as need be.
  private final class Pace {
    private final String what;
    private final int rate_perSecond;
    private final int total;
    private final long[] took_ns;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final IntFunction<Request> requests;
    private final List<Thread> senders = new ArrayList<>();
    private final int connections;
    private volatile long begun_ns;

    Pace(
        String what,
        int rate_perSecond,
        int duration_s,
        int connections,
        IntFunction<Request> requests) {
      this.what = what;
      this.rate_perSecond = rate_perSecond;
      this.total = rate_perSecond * duration_s;
      this.took_ns = new long[total];
      this.connections = connections;
      this.requests = requests;
    }

    void start() {
      begun_ns = System.nanoTime();
      for (int i = 0; i < connections; i++) {
        senders.add(Thread.ofVirtual().start(this::send));
      }
    }

    private void send() {
      try (KeptAlive http = new KeptAlive(port)) {
        for (int one = next.getAndIncrement(); one < total; one = next.getAndIncrement()) {
          long due_ns = begun_ns + (long) (one * 1e9 / rate_perSecond);
          while (System.nanoTime() < due_ns) {
            LockSupport.parkNanos(due_ns - System.nanoTime());
          }
          ask(http, requests.apply(one));
          took_ns[one] = System.nanoTime() - due_ns;
          asked.incrementAndGet();
        }
      } catch (IOException lost) {
        throw new IllegalStateException("the county went away", lost);
      }
    }

    private void ask(KeptAlive http, Request request) throws IOException {
      try {
        KeptAlive.Answer answer =
            http.send(request.method(), request.path(), request.headers(), request.body());
        if (answer.status() != request.expected() && failed.getAndIncrement() == 0) {
          System.err.println(request.path() + " " + answer.status() + " " + answer.text());
        }
      } catch (IOException lost) {
        if (failed.getAndIncrement() == 0) {
          System.err.println(what + ": " + lost);
        }
        http.reopen();
      }
    }

    String result() throws InterruptedException {
      for (Thread sender : senders) {
        sender.join();
      }
      double took_s = (System.nanoTime() - begun_ns) / 1e9;
      if (asked.get() < total) {
        throw new IllegalStateException("only " + asked + " of " + total + " " + what);
      }
      java.util.Arrays.sort(took_ns);
      return String.format(
          Locale.ROOT,
          "%,d %s in %.1f s = %,.0f/s, %d failed, p50 %.1f ms, p99 %.1f ms, max %.1f ms",
          total,
          what,
          took_s,
          total / took_s,
          failed.get(),
          at(0.5),
          at(0.99),
          at(1));
    }

    private double at(double share) {
      return took_ns[(int) Math.min(total - 1L, (long) (share * total))] / 1e6;
    }
  }
}
