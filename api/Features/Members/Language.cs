namespace Cooperator.Api.Features.Members;

/// <summary>A language theCooperator speaks.</summary>
public enum Language
{
    En,
    De,
    Fr,
    Es,
}
