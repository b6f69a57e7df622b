package com.acme.web.v1;

import com.acme.http.Pool;
import com.acme.http.UserServer;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;

/** Version 1 of the web service. */
public final class WebService {

  private WebService() {}

  /** Serves until the process is told to end; takes the database's JDBC URL. */
  public static void main(String[] arguments) throws IOException {
    HikariDataSource pool = Pool.of(arguments[0]);
    UserServer server = UserServer.start(new UsersTable(pool), () -> "web 1");
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.stop();
                  pool.close();
                }));
  }
}
