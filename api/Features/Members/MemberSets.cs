using Cooperator.Api.Database;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Members;

public static class MemberSets
{
    extension(CooperatorDbContext db)
    {
        public DbSet<Member> Members => db.Set<Member>();

        public DbSet<MembershipPeriod> MembershipPeriods => db.Set<MembershipPeriod>();

        public DbSet<RoleAssignment> RoleAssignments => db.Set<RoleAssignment>();
    }
}
