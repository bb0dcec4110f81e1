namespace Cooperator.Api.Identity;

/// <summary>
/// A request that changes something and relies on the cookie must carry <c>Cooperator-Client</c>: no form or link of
/// another site can send a header of its own, so nobody is made to act by a page they happen to look at.
/// </summary>
internal static class ClientHeaderRule
{
    public const string Header = "Cooperator-Client";

    public static bool Breaks(HttpContext http, CurrentAccount account) =>
        account.Kind is CredentialKind.Cookie
        && !HttpMethods.IsGet(http.Request.Method)
        && !HttpMethods.IsHead(http.Request.Method)
        && !HttpMethods.IsOptions(http.Request.Method)
        && !http.Request.Headers.ContainsKey(Header);
}
