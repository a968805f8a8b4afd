import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An app that knows the platform by its real hosts alone; goes through both flows with Java's own HTTP client. */
public class Flows {
  private static final String TENANT = "3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  public static void main(String[] args) throws Exception {
    String basic = Base64.getEncoder().encodeToString("hello-world-client:hello-world-secret".getBytes());
    String grant = send(
        HttpRequest.newBuilder(URI.create("https://auth.jtl-cloud.com/oauth2/token"))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
    String bearer = "Bearer " + member(grant, "access_token");
    String items = send(toApi("erp/v1/items?pageSize=1", bearer).GET());
    String keys = send(toApi("account/.well-known/jwks.json", bearer).GET());
    String body = "{\"sessionToken\":\"" + System.getenv("SESSION_TOKEN") + "\"}";
    String session = send(
        toApi("account/identity/session-token/validate", bearer)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
    System.out.printf(
        "{\"TotalItems\":%s,\"key\":\"%s\",\"valid\":%s,\"tenantId\":\"%s\"}%n",
        member(items, "TotalItems"), member(keys, "crv"), member(session, "valid"), member(session, "tenantId"));
  }

  private static HttpRequest.Builder toApi(String path, String bearer) {
    return HttpRequest.newBuilder(URI.create("https://api.jtl-cloud.com/" + path))
        .header("Authorization", bearer)
        .header("X-Tenant-ID", TENANT);
  }

  private static String send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 400) throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    return answer.body();
  }

  /** The first member of that name in a JSON text, a text without its quotation marks. */
  private static String member(String json, String name) {
    Matcher matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*\"?([^\",}\\s]+)").matcher(json);
    if (!matcher.find()) throw new IllegalStateException("no " + name + " in " + json);
    return matcher.group(1);
  }
}
