<?php
// An app that knows the platform by its real hosts alone; goes through both flows with PHP's curl.
function send(string $method, string $url, array $headers, ?string $body = null): array
{
    $curl = curl_init($url);
    curl_setopt_array($curl, [
        CURLOPT_CUSTOMREQUEST => $method,
        CURLOPT_HTTPHEADER => $headers,
        CURLOPT_RETURNTRANSFER => true,
    ]);
    if ($body !== null) {
        curl_setopt($curl, CURLOPT_POSTFIELDS, $body);
    }
    $answer = curl_exec($curl);
    if ($answer === false) {
        fwrite(STDERR, curl_error($curl) . "\n");
        exit(1);
    }
    return json_decode($answer, true, 512, JSON_THROW_ON_ERROR);
}

$basic = 'Authorization: Basic ' . base64_encode('hello-world-client:hello-world-secret');
$token = send('POST', 'https://auth.jtl-cloud.com/oauth2/token', [$basic], 'grant_type=client_credentials')['access_token'];
$headers = ["Authorization: Bearer $token", 'X-Tenant-ID: 3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53'];
$items = send('GET', 'https://api.jtl-cloud.com/erp/v1/items?pageSize=1', $headers);
$keys = send('GET', 'https://api.jtl-cloud.com/account/.well-known/jwks.json', $headers);
$session = send(
    'POST',
    'https://api.jtl-cloud.com/account/identity/session-token/validate',
    [...$headers, 'Content-Type: application/json'],
    json_encode(['sessionToken' => getenv('SESSION_TOKEN')]),
);
echo json_encode([
    'TotalItems' => $items['TotalItems'],
    'key' => $keys['keys'][0]['crv'],
    'valid' => $session['valid'],
    'tenantId' => $session['tenantId'],
]), "\n";
