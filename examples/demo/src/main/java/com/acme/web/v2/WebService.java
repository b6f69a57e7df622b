package com.acme.web.v2;

import com.acme.http.Pool;
import com.acme.http.UserServer;
import com.zaxxer.hikari.HikariDataSource;
import dev.crossfade.Crossfade;
import dev.crossfade.phase.Phases;
import java.io.IOException;

/**
 * Version 2 of the web service. Its pool's URL begins {@code jdbc:crossfade:postgresql:}, and its
 * phases come from the file that {@code CROSSFADE_PHASES_FILE} names.
 */
public final class WebService {

  private WebService() {}

  /** Serves until the process is told to end; takes the database's JDBC URL. */
  public static void main(String[] arguments) throws IOException {
    Phases phases = Crossfade.phases();
    HikariDataSource pool = Pool.of(arguments[0]);
    UserServer server =
        UserServer.start(
            new UsersTable(pool, new UserCrossfade(phases)),
            () -> "web 2 " + phases.of(UserCrossfade.DISPLAY_NAME));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.stop();
                  pool.close();
                }));
  }
}
