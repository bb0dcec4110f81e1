using Cooperator.Api.Database;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

public static class AccountSets
{
    extension(CooperatorDbContext db)
    {
        public DbSet<Account> Accounts => db.Set<Account>();

        public DbSet<Session> Sessions => db.Set<Session>();

        public DbSet<RefreshToken> RefreshTokens => db.Set<RefreshToken>();

        public DbSet<PersonalAccessToken> PersonalAccessTokens => db.Set<PersonalAccessToken>();

        public DbSet<PasswordReset> PasswordResets => db.Set<PasswordReset>();

        public DbSet<SigningKey> SigningKeys => db.Set<SigningKey>();

        public DbSet<SecurityLogEntry> SecurityLog => db.Set<SecurityLogEntry>();

        public DbSet<OutgoingLetter> OutgoingLetters => db.Set<OutgoingLetter>();

        public DbSet<Invitation> Invitations => db.Set<Invitation>();
    }
}
